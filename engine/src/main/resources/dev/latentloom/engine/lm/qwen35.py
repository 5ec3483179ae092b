  # qwen3_5: most layers are gated delta nets, every few a gated softmax attention.
  # C channels of the convolution, K its taps; Hk key heads of width Dk, Hv value heads of width Dv.

  def unit(self, x: Tensor) -> Tensor:
    return x * torch.rsqrt(torch.sum(x * x, [-1], True) + 1e-6)

  # The delta rule, one position after the other: S' = g S + k (beta (v - k.(g S))), y = q.S'; all in f32.
  def delta(self, q: Tensor, k: Tensor, v: Tensor, g: Tensor, beta: Tensor, state: Tensor) -> List[Tensor]:
    out = annotate(List[Tensor], [])
    for t in range(q.size(1)):
      key = k[:, t, :, :, None]                                                    # (B, Hv, Dk, 1)
      state = state * torch.exp(g[:, t])[:, :, None, None]                         # (B, Hv, Dk, Dv)
      known = torch.sum(state * key, [-2])                                         # (B, Hv, Dv)
      new = (v[:, t] - known) * beta[:, t][:, :, None]
      state = state + key * new[:, :, None, :]
      out.append(torch.sum(state * q[:, t, :, :, None], [-2]))
    return [torch.stack(out, 1), state]                                            # (B, T, Hv, Dv)

  def delta_net(self, x: Tensor, w: Dict[str, Tensor], c: Dict[str, float], conv: Tensor, state: Tensor) -> List[Tensor]:
    rows = x.size(0)
    new = x.size(1)
    key_dim = int(c["key_dim"])
    value_dim = int(c["value_dim"])
    keys = int(c["key_heads"]) * key_dim
    mixed = torch.transpose(self.linear(x, w, "qkv"), 1, 2)                        # (B, C, T)
    seen = torch.cat([torch.squeeze(conv, -1), mixed], 2)                          # (B, C, K - 1 + T)
    kept = seen[:, :, new:][:, :, :, None]                                         # (B, C, K - 1, 1)
    mixed = torch.silu(torch.conv1d(seen, w["conv"], None, [1], [0], [1], seen.size(1)))
    mixed = torch.transpose(mixed, 1, 2).to(6)                                     # (B, T, C)
    q = torch.reshape(mixed[:, :, :keys], [rows, new, -1, key_dim])                # (B, T, Hk, Dk)
    k = torch.reshape(mixed[:, :, keys:2 * keys], [rows, new, -1, key_dim])
    v = torch.reshape(mixed[:, :, 2 * keys:], [rows, new, -1, value_dim])          # (B, T, Hv, Dv)
    times = v.size(2) // k.size(2)
    q = torch.repeat_interleave(self.unit(q), times, 2) * (float(key_dim) ** -0.5) # (B, T, Hv, Dk)
    k = torch.repeat_interleave(self.unit(k), times, 2)
    beta = torch.sigmoid(self.linear(x, w, "b").to(6))                             # (B, T, Hv)
    g = -torch.exp(w["a_log"]) * torch.softplus(self.linear(x, w, "a").to(6) + w["dt"])
    out = self.delta(q, k, v, g, beta, state.to(6))
    z = torch.reshape(self.linear(x, w, "z"), [rows, new, -1, value_dim])
    y = self.rms(out[0].to(x.dtype), w["gate_norm"], c["eps"]) * torch.silu(z.to(6)).to(x.dtype)
    return [self.linear(torch.flatten(y, 2), w, "out"), kept, out[1].to(state.dtype)]

  def attention(self, x: Tensor, w: Dict[str, Tensor], c: Dict[str, float], table: List[Tensor], mask: Optional[Tensor], cache: List[Tensor], at: int, past: int, reuse: bool) -> List[Tensor]:
    width = int(c["head_dim"])
    both = self.heads(self.linear(x, w, "q"), 2 * width)                           # (B, H, T, 2 Dh)
    gate = self.joined(both[..., width:])                                          # (B, T, H * Dh)
    q = self.rotate(self.rms(both[..., :width], w["q_norm"], c["eps"]), table)     # (B, H, T, Dh)
    k = self.rotate(self.rms(self.heads(self.linear(x, w, "k"), width), w["k_norm"], c["eps"]), table)
    k = self.extend(cache, at, k, past, reuse)                                  # (B, Hkv, S, Dh)
    v = self.extend(cache, at + 1, self.heads(self.linear(x, w, "v"), width), past, reuse)
    y = self.joined(self.attend(q, k, v, mask, c["scale"], 0.0)) * torch.sigmoid(gate)
    return [self.linear(y, w, "o"), k, v]

  def decode(self, x: Tensor, top: Dict[str, Tensor], layers: List[Dict[str, Tensor]], c: Dict[str, float], plans: List[Dict[str, float]], ropes: List[Tensor], cache: List[Tensor], past: int, pad: Optional[Tensor], reuse: bool, taps: bool, wanted: int) -> List[Tensor]:
    table = self.rope_table(self.positions(x, past, pad), ropes[0], c["rope_factor_0"], x.dtype)
    mask = self.mask(x, past, 0, pad)
    real = annotate(Optional[Tensor], None)
    if pad is not None:
      place = torch.arange(past, past + x.size(1), dtype=4, device=x.device)[None]
      real = (place >= pad[:, None])[:, :, None].to(x.dtype)                       # (B, T, 1)
    grown = annotate(List[Tensor], [])
    states = annotate(List[Tensor], [])
    for i in range(len(layers)):
      w = layers[i]
      if taps:
        states.append(x)
      y = self.rms(x, w["attn_norm"], c["eps"])
      if plans[i]["linear"] > 0.0:
        if real is not None:
          y = y * real                                                             # padding leaves no trace in the states
        out = self.delta_net(y, w, c, cache[2 * i], cache[2 * i + 1])
        if reuse:
          torch.copy_(cache[2 * i], out[1])
          torch.copy_(cache[2 * i + 1], out[2])
      else:
        out = self.attention(y, w, c, table, mask, cache, 2 * i, past, reuse)
      if not reuse:
        grown.append(out[1])
        grown.append(out[2])
      x = x + out[0]
      x = x + self.mlp(self.rms(x, w["mlp_norm"], c["eps"]), w, int(c["activation"]))
    result = [self.rms(self.tail(x, wanted), top["norm"], c["eps"])]               # (B, wanted, D)
    if taps:
      result.append(x)
      for state in states:
        result.append(state)
    for tensor in grown:
      result.append(tensor)
    return result
