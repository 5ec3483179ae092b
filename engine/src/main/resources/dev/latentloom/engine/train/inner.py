  # Objectives of the inner loop. B rows, A target tokens, D hidden; said = link(h). Target ids below 0 count for nothing.

  # Ids that can be looked up.
  def known(self, ids: Tensor) -> Tensor:
    return torch.clamp_min(ids, 0)

  # 1 - cos(said (B, 1, D), mean of the target's embeddings (B, A, D)), mean over rows.
  def mean_embedding(self, said: Tensor, targets: Tensor, ids: Tensor) -> Tensor:
    counted = (ids >= 0).to(targets.dtype)                                         # (B, A)
    mean = torch.sum(targets * counted[..., None], 1) / torch.sum(counted, 1, True)  # (B, D)
    return torch.mean(1.0 - torch.cosine_similarity(torch.squeeze(said, 1), mean, -1, 1e-8))

  # Mean of 1 - cos and mean squared error to the next token's embedding, all (B, A, D).
  def next_embedding(self, said: Tensor, targets: Tensor, ids: Tensor) -> List[Tensor]:
    counted = (ids >= 0).to(targets.dtype)                                         # (B, A)
    all = torch.sum(counted)
    near = torch.sum((1.0 - torch.cosine_similarity(said, targets, -1, 1e-8)) * counted) / all
    far = torch.sum(torch.mean((said - targets) ** 2, [-1]) * counted) / all
    return [near, far]
