  # Links. Shapes: x (..., D_in), y (..., D_out); V vocabulary.

  def norm(self, x: Tensor, w: Dict[str, Tensor], name: str) -> Tensor:
    weight = name + ".weight"
    if weight in w:
      return torch.layer_norm(x, [x.size(-1)], w[weight], w[name + ".bias"], 1e-5)
    return x

  def linear(self, x: Tensor, w: Dict[str, Tensor], name: str) -> Tensor:
    bias = name + ".bias"
    if bias in w:
      return torch.linear(x, w[name + ".weight"], w[bias])
    return torch.linear(x, w[name + ".weight"])

  # norm_out(second(gelu(first(norm_in(x)))) + skip(x)); parts that a design lacks are left out.
  # Computed in the type of the weights, returned in the type of x.
  def forward(self, x: Tensor, w: Dict[str, Tensor], identity: bool) -> Tensor:
    first = w["first.weight"]
    h = x.to(first.device, first.dtype)
    y = self.linear(self.norm(h, w, "norm_in"), w, "first")                # (..., hidden)
    if "second.weight" in w:
      y = self.linear(torch.gelu(y), w, "second")                          # (..., D_out)
    if "skip.weight" in w:
      y = y + self.linear(h, w, "skip")
    if identity:
      y = y + h
    return self.norm(y, w, "norm_out").to(x.dtype)

  # sum over v of p_v E[v]; ids are the tokens that stand in the rows of the table, all where None.
  def expectation(self, logits: Tensor, ids: Optional[Tensor], table: Tensor, scale: float) -> Tensor:
    shown = logits
    if ids is not None:
      shown = torch.index_select(logits, -1, ids)                          # (..., V shared)
    p = torch.softmax(shown, -1, dtype=6)
    return (torch.matmul(p.to(table.device, table.dtype), table) * scale).to(logits.dtype)

  # Used as a row vector: e = h . W_a. f32 whatever the tables are.
  def realignment(self, w_out: Tensor, w_in: Tensor, ridge: float) -> Tensor:
    a = w_out.to(6)                                                        # (V, D_in)
    b = w_in.to(a.device, 6)                                               # (V, D_out)
    at = torch.transpose(a, 0, 1)
    gram = torch.matmul(at, a) + ridge * torch.eye(a.size(1), dtype=6, device=a.device)
    return torch.linalg_solve(gram, torch.matmul(at, b))                   # (D_in, D_out)

  def mean_norm(self, table: Tensor) -> float:
    return float(torch.mean(torch.norm(table.to(6), 2, -1)).item())

  def realigned(self, x: Tensor, map: Optional[Tensor], norm: float) -> Tensor:
    e = x.to(6)
    if map is not None:
      e = torch.matmul(e.to(map.device), map)                              # (..., D_out)
    length = torch.clamp_min(torch.norm(e, 2, -1, True), 1e-6)             # (..., 1)
    return (e / length * norm).to(x.dtype)
