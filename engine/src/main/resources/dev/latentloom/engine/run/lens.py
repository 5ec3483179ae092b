  # Tokens near a thought. Shapes: logits (V), x (D), table (V, D); weights, then ids, both (k).

  def likeliest(self, logits: Tensor, k: int) -> List[Tensor]:
    p = torch.softmax(torch.flatten(logits), -1, dtype=6)
    best, ids = torch.topk(p, min(k, p.size(0)))
    return [best, ids]

  def nearest(self, x: Tensor, table: Tensor, k: int) -> List[Tensor]:
    v = torch.flatten(x).to(table.device, table.dtype)
    length = torch.norm(table, 2, [-1], False, dtype=6) * torch.norm(v, 2, [-1], False, dtype=6)
    alike = torch.mv(table, v).to(6) / torch.clamp_min(length, 1e-12)
    best, ids = torch.topk(alike, min(k, alike.size(0)))
    return [best, ids]
