  # gpt_neox: LayerNorm with biases, partly rotated heads, attention and MLP side by side.

  def decode(self, x: Tensor, top: Dict[str, Tensor], layers: List[Dict[str, Tensor]], c: Dict[str, float], plans: List[Dict[str, float]], ropes: List[Tensor], cache: List[Tensor], past: int, pad: Optional[Tensor], reuse: bool, taps: bool, wanted: int) -> List[Tensor]:
    table = self.rope_table(self.positions(x, past, pad), ropes[0], c["rope_factor_0"], x.dtype)
    mask = self.mask(x, past, 0, pad)
    width = int(c["head_dim"])
    grown = annotate(List[Tensor], [])
    states = annotate(List[Tensor], [])
    for i in range(len(layers)):
      w = layers[i]
      if taps:
        states.append(x)
      y = self.layer_norm(x, w, "attn_norm", c["eps"])
      q = self.rotate(self.heads(self.linear(y, w, "q"), width), table)            # (B, H, T, Dh)
      k = self.rotate(self.heads(self.linear(y, w, "k"), width), table)
      k = self.extend(cache, 2 * i, k, past, reuse)                             # (B, H, S, Dh)
      v = self.extend(cache, 2 * i + 1, self.heads(self.linear(y, w, "v"), width), past, reuse)
      if not reuse:
        grown.append(k)
        grown.append(v)
      attention = self.linear(self.joined(self.attend(q, k, v, mask, c["scale"], 0.0)), w, "o")
      if c["parallel"] > 0.0:
        y = self.layer_norm(x, w, "mlp_norm", c["eps"])
      else:
        x = x + attention
        y = self.layer_norm(x, w, "mlp_norm", c["eps"])
      y = self.linear(self.activate(self.linear(y, w, "up"), int(c["activation"])), w, "down")
      if c["parallel"] > 0.0:
        x = x + attention + y
      else:
        x = x + y
    result = [self.layer_norm(self.tail(x, wanted), top, "norm", c["eps"])]        # (B, wanted, D)
    if taps:
      result.append(x)
      for state in states:
        result.append(state)
    for tensor in grown:
      result.append(tensor)
    return result
