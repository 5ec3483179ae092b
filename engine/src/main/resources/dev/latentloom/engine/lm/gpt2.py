  # gpt2: learned positions, LayerNorm with biases, plain attention, one hidden layer of MLP.

  def decode(self, x: Tensor, top: Dict[str, Tensor], layers: List[Dict[str, Tensor]], c: Dict[str, float], plans: List[Dict[str, float]], ropes: List[Tensor], cache: List[Tensor], past: int, pad: Optional[Tensor], reuse: bool, taps: bool, wanted: int) -> List[Tensor]:
    x = x + top["positions"][self.positions(x, past, pad)]                         # (B, T, D)
    mask = self.mask(x, past, 0, pad)
    width = int(c["head_dim"])
    grown = annotate(List[Tensor], [])
    states = annotate(List[Tensor], [])
    for i in range(len(layers)):
      w = layers[i]
      if taps:
        states.append(x)
      y = self.layer_norm(x, w, "attn_norm", c["eps"])
      q = self.heads(self.linear(y, w, "q"), width)                                # (B, H, T, Dh)
      k = self.extend(cache, 2 * i, self.heads(self.linear(y, w, "k"), width), past, reuse)
      v = self.extend(cache, 2 * i + 1, self.heads(self.linear(y, w, "v"), width), past, reuse)
      if not reuse:
        grown.append(k)
        grown.append(v)
      y = self.attend(q, k, v, mask, c["scale"], 0.0)
      x = x + self.linear(self.joined(y), w, "o")
      y = self.linear(self.layer_norm(x, w, "mlp_norm", c["eps"]), w, "up")        # (B, T, F)
      x = x + self.linear(self.activate(y, int(c["activation"])), w, "down")
    result = [self.layer_norm(self.tail(x, wanted), top, "norm", c["eps"])]        # (B, wanted, D)
    if taps:
      result.append(x)
      for state in states:
        result.append(state)
    for tensor in grown:
      result.append(tensor)
    return result
