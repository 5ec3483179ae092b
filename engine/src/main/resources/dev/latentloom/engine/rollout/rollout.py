  # Mean over the targets that are not -100; in f32 or, where the logits are, in f64.
  def cross_entropy(self, logits: Tensor, targets: Tensor) -> Tensor:
    flat = torch.flatten(logits, 0, 1)                                     # (B * A, V)
    if flat.dtype != 7:
      flat = flat.to(6)
    ids = torch.flatten(targets).to(flat.device)                           # (B * A)
    return torch.cross_entropy_loss(flat, ids, None, 1, -100)
