  # Objectives of the inner loop. B rows, A target tokens, D hidden; said = link(h).

  # 1 - cos(said (B, 1, D), mean of the target's embeddings (B, A, D)), mean over rows.
  def mean_embedding(self, said: Tensor, targets: Tensor) -> Tensor:
    mean = torch.mean(targets, [1])                                                # (B, D)
    return torch.mean(1.0 - torch.cosine_similarity(torch.squeeze(said, 1), mean, -1, 1e-8))

  # Mean of 1 - cos and mean squared error to the next token's embedding, all (B, A, D): [loss, cos part, mse part].
  def next_embedding(self, said: Tensor, targets: Tensor, share: float) -> List[Tensor]:
    near = torch.mean(1.0 - torch.cosine_similarity(said, targets, -1, 1e-8))
    far = torch.mean((said - targets) ** 2)
    return [near + share * far, near, far]
