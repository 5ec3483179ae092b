  # Mean over the targets that are not -100; in f32 whatever the logits are.
  def cross_entropy(self, logits: Tensor, targets: Tensor) -> Tensor:
    flat = torch.flatten(logits, 0, 1).to(6)                               # (B * A, V)
    ids = torch.flatten(targets).to(flat.device)                           # (B * A)
    return torch.cross_entropy_loss(flat, ids, None, 1, -100)
