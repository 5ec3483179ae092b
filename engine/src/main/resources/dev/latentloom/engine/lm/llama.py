  # llama, mistral, qwen2, qwen3, gemma2, gemma3, phi3, smollm3, olmo2: one skeleton; what a layer lacks is absent
  # from its weights (norms before or after, q/k norms, biases), what varies by layer stands in its plan.

  # Asks at the last n of x's positions, reads at all of them.
  def attention(self, x: Tensor, n: int, w: Dict[str, Tensor], plan: Dict[str, float], c: Dict[str, float], table: List[Tensor], mask: Optional[Tensor], cache: List[Tensor], at: int, past: int, reuse: bool) -> List[Tensor]:
    q = self.linear(self.tail(x, n), w, "q")                                       # (B, n, H * Dh)
    k = self.linear(x, w, "k")                                                     # (B, T, Hkv * Dh)
    v = self.linear(x, w, "v")
    width = int(c["head_dim"])
    if "q_norm" in w and w["q_norm"].size(0) != width:                             # olmo2: over the whole projection
      q = self.rms(q, w["q_norm"], c["eps"])
      k = self.rms(k, w["k_norm"], c["eps"])
    q = self.heads(q, width)                                                       # (B, H, n, Dh)
    k = self.heads(k, width)                                                       # (B, Hkv, T, Dh)
    v = self.heads(v, width)
    if "q_norm" in w and w["q_norm"].size(0) == width:
      q = self.rms(q, w["q_norm"], c["eps"])
      k = self.rms(k, w["k_norm"], c["eps"])
    if plan["rope"] >= 0.0:
      q = self.rotate(q, [self.late(table[0], n), self.late(table[1], n)])
      k = self.rotate(k, table)
    k = self.extend(cache, at, k, past, reuse)                                  # (B, Hkv, S, Dh)
    v = self.extend(cache, at + 1, v, past, reuse)
    see = mask
    if see is not None:
      see = self.late(see, n)
    y = self.attend(q, k, v, see, c["scale"], c["attention_cap"])                  # (B, H, n, Dh)
    return [self.linear(self.joined(y), w, "o"), k, v]

  def decode(self, x: Tensor, top: Dict[str, Tensor], layers: List[Dict[str, Tensor]], c: Dict[str, float], plans: List[Dict[str, float]], ropes: List[Tensor], cache: List[Tensor], past: int, pad: Optional[Tensor], reuse: bool, taps: bool, wanted: int) -> List[Tensor]:
    positions = self.positions(x, past, pad)
    tables = annotate(List[List[Tensor]], [])
    for i in range(len(ropes)):
      tables.append(self.rope_table(positions, ropes[i], c["rope_factor_" + str(i)], x.dtype))
    window = int(c["window"])
    wide = self.mask(x, past, 0, pad)
    near = wide
    if window > 0:
      near = self.mask(x, past, window, pad)
    grown = annotate(List[Tensor], [])
    states = annotate(List[Tensor], [])
    for i in range(len(layers)):
      w = layers[i]
      plan = plans[i]
      if taps:
        states.append(x)
      y = x
      if "attn_norm" in w:
        y = self.rms(y, w["attn_norm"], c["eps"])
      table = tables[max(0, int(plan["rope"]))]
      see = wide
      if plan["window"] > 0.0:
        see = near
      n = x.size(1)
      if i == len(layers) - 1 and not taps:
        n = wanted                                                                 # nobody reads on at the others
      out = self.attention(y, n, w, plan, c, table, see, cache, 2 * i, past, reuse)
      y = out[0]
      if not reuse:
        grown.append(out[1])
        grown.append(out[2])
      if "attn_post" in w:
        y = self.rms(y, w["attn_post"], c["eps"])
      x = self.tail(x, n) + y
      y = x
      if "mlp_norm" in w:
        y = self.rms(y, w["mlp_norm"], c["eps"])
      y = self.mlp(y, w, int(c["activation"]))
      if "mlp_post" in w:
        y = self.rms(y, w["mlp_post"], c["eps"])
      x = x + y
    result = [self.rms(self.tail(x, wanted), top["norm"], c["eps"])]               # (B, wanted, D)
    if taps:
      result.append(x)
      for state in states:
        result.append(state)
    for tensor in grown:
      result.append(tensor)
    return result
