  # Controls of a hand-over. Shapes: x (N, L, D), table (V, D).

  def zero(self, x: Tensor) -> Tensor:
    return torch.zeros_like(x)

  def mean(self, x: Tensor) -> Tensor:
    m = torch.mean(x.to(6), [0], True)                                     # (1, L, D)
    return torch.contiguous(m.expand(x.size(0), -1, -1)).to(x.dtype)

  def noise(self, x: Tensor, gaussian: Tensor) -> Tensor:
    g = gaussian.to(x.device, 6)
    length = torch.norm(x.to(6), 2, -1, True)                              # (N, L, 1)
    return (g / torch.norm(g, 2, -1, True) * length).to(x.dtype)

  def snap(self, x: Tensor, table: Tensor, scale: float) -> Tensor:
    e = table.to(6)
    unit = e / torch.clamp_min(torch.norm(e, 2, -1, True), 1e-12)          # (V, D)
    alike = torch.matmul(x.to(e.device, 6), torch.transpose(unit, 0, 1))   # (N, L, V)
    best = torch.flatten(torch.argmax(alike, -1))                          # (N L)
    return torch.view_as(torch.index_select(e, 0, best) * scale, x).to(x.dtype)
