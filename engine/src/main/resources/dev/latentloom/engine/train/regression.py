  # Links by regression on embeddings. N thoughts, D width of the target, V vocabulary.

  # Weight of each thought: small where the sender's most likely token ends its message, and all that follows says nothing.
  def weights(self, logits: Tensor, ends: List[int], ended: float) -> Tensor:
    said = torch.argmax(logits, -1)                                                # (N)
    w = torch.ones(said.size(0), dtype=6, device=logits.device)
    for end in ends:
      w = torch.where(said == end, torch.full_like(w, ended), w)
    return w

  # Mean over components of their variance over the vocabulary.
  def variance(self, table: Tensor, scale: float) -> float:
    return float(torch.mean(torch.var(table.to(6), [0], False, False)).item()) * scale * scale

  # 1 - cos + share * MSE / variance, weighted mean.
  def regression(self, y: Tensor, target: Tensor, weight: Tensor, share: float, variance: float) -> Tensor:
    near = 1.0 - torch.cosine_similarity(y, target, -1, 1e-8)                      # (N)
    far = torch.mean((y - target) ** 2, [-1]) * (share / variance)
    return torch.sum((near + far) * weight) / torch.sum(weight)

  def picked(self, xs: List[Tensor], index: Tensor) -> List[Tensor]:
    rows = annotate(List[Tensor], [])
    for x in xs:
      rows.append(torch.index_select(x, 0, index))
    return rows

  def norm(self, xs: List[Tensor]) -> float:
    return float(torch.linalg_vector_norm(torch.stack(torch._foreach_norm(xs))).item())

  def cut(self, x: Tensor) -> Tensor:
    return torch.detach(x)
