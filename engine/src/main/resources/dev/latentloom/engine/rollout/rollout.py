  # Mean over the targets that are not -100; in f32 or, where the logits are, in f64.
  def cross_entropy(self, logits: Tensor, targets: Tensor) -> Tensor:
    flat = torch.flatten(logits, 0, 1)                                     # (B * A, V)
    if flat.dtype != 7:
      flat = flat.to(6)
    ids = torch.flatten(targets).to(flat.device)                           # (B * A)
    return torch.cross_entropy_loss(flat, ids, None, 1, -100)

  # Of each target that is not -100, 0 elsewhere; in f32 or, where the logits are, in f64.
  def surprise(self, logits: Tensor, targets: Tensor) -> Tensor:
    flat = torch.flatten(logits, 0, 1)                                     # (B * A, V)
    if flat.dtype != 7:
      flat = flat.to(6)
    ids = torch.flatten(targets).to(flat.device)                           # (B * A)
    each = torch.cross_entropy_loss(flat, ids, None, 0, -100)              # (B * A)
    return torch.reshape(each, [logits.size(0), logits.size(1)])

  # The mean of cross_entropy with a weight for each row.
  def weighted_cross_entropy(self, logits: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    each = self.surprise(logits, targets)                                  # (B, A)
    counted = torch.sum(torch.ne(targets, -100)).to(each.dtype)
    return torch.sum(each * torch.unsqueeze(weights.to(each.dtype), 1)) / counted

  # The probability of each row's least probable target.
  def least_sure(self, logits: Tensor, targets: Tensor) -> Tensor:
    return torch.exp(-torch.amax(self.surprise(logits, targets), [1]))    # (B)
