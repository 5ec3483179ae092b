  # Shared by all families.
  # B rows, T new positions, S = past + T, D hidden, H heads, Hkv key/value heads, Dh head width, R rotated width.
  # Norm weights are f32 whatever the model's type; "(1 + w)" is added when a model is loaded.

  def linear(self, x: Tensor, w: Dict[str, Tensor], name: str) -> Tensor:
    bias = name + "_b"
    if bias in w:
      return torch.linear(x, w[name], w[bias])
    return torch.linear(x, w[name])

  def rms(self, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    if x.dtype == 6:
      return torch.rms_norm(x, [x.size(-1)], weight, eps)
    if x.dtype == 7:
      return torch.rms_norm(x, [x.size(-1)], weight.to(7), eps)
    y = x.to(6)
    y = y * torch.rsqrt(torch.mean(y * y, [-1], True) + eps)
    return (y * weight).to(x.dtype)

  def layer_norm(self, x: Tensor, w: Dict[str, Tensor], name: str, eps: float) -> Tensor:
    return torch.layer_norm(x, [x.size(-1)], w[name].to(x.dtype), w[name + "_b"].to(x.dtype), eps)

  def activate(self, x: Tensor, kind: int) -> Tensor:
    if kind == 0:
      return torch.silu(x)
    if kind == 1:
      return torch.gelu(x, approximate="tanh")
    if kind == 2:
      return torch.gelu(x)
    return torch.relu(x)

  # Positions count real tokens only: rows are padded on the left by pad tokens.
  def positions(self, x: Tensor, past: int, pad: Optional[Tensor]) -> Tensor:
    p = torch.arange(past, past + x.size(1), dtype=4, device=x.device)[None]      # (1, T)
    if pad is not None:
      p = torch.clamp_min(p - pad[:, None], 0)                                     # (B, T)
    return p

  # Cosines of each half twice; sines the same, negative in the first half.
  def rope_table(self, positions: Tensor, inverse: Tensor, factor: float, dtype: int) -> List[Tensor]:
    angle = positions[:, None, :, None].to(6) * inverse                            # (B, 1, T, R/2)
    cos = (torch.cos(angle) * factor).to(dtype)
    sin = (torch.sin(angle) * factor).to(dtype)
    return [torch.cat([cos, cos], -1), torch.cat([-sin, sin], -1)]                 # (B, 1, T, R)

  def rotate(self, x: Tensor, table: List[Tensor]) -> Tensor:
    width = table[0].size(-1)
    turning = x                                                                    # (B, H, T, Dh)
    if width < x.size(-1):
      turning = x[..., :width]
    turned = torch.addcmul(turning * table[0], torch.roll(turning, [width // 2], [-1]), table[1])
    if width < x.size(-1):
      return torch.cat([turned, x[..., width:]], -1)
    return turned

  # The last n positions of (B, T, D); all of it where n is T.
  def tail(self, x: Tensor, n: int) -> Tensor:
    if n == x.size(1):
      return x
    return torch.narrow(x, 1, x.size(1) - n, n)

  # The last n rows of what stands by position in (…, T, …) third: a mask, a table.
  def late(self, x: Tensor, n: int) -> Tensor:
    if n == x.size(2):
      return x
    return torch.narrow(x, 2, x.size(2) - n, n)

  # What is added to a score: 0 where a query may look, hugely negative elsewhere; None where it may look everywhere.
  # A padded query sees itself, so that no row is empty.
  def mask(self, x: Tensor, past: int, window: int, pad: Optional[Tensor]) -> Optional[Tensor]:
    new = x.size(1)
    total = past + new
    if pad is None and new == 1 and (window == 0 or total <= window):
      return None
    q = torch.arange(past, total, dtype=4, device=x.device)[:, None]               # (T, 1)
    k = torch.arange(0, total, dtype=4, device=x.device)[None]                     # (1, S)
    see = (k <= q)                                                                 # (T, S)
    if window > 0:
      see = torch.bitwise_and(see, q - k < window)
    see = see[None, None]                                                          # (1, 1, T, S)
    if pad is not None:
      see = torch.bitwise_and(see, k[None, None] >= pad[:, None, None, None])      # (B, 1, T, S)
      see = torch.bitwise_or(see, (k == q)[None, None])
    huge = 3.0e38
    if x.dtype == 5:
      huge = 6.5e4
    return (see.to(x.dtype) - 1.0) * huge

  def attend(self, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor], scale: float, cap: float) -> Tensor:
    grouped = q.size(1) != k.size(1)
    if grouped and q.size(2) == 1 and cap == 0.0:                                  # queries of a group as positions
      many = torch.reshape(q, [q.size(0), k.size(1), -1, q.size(3)])               # (B, Hkv, H / Hkv, Dh)
      y = torch.scaled_dot_product_attention(many, k, v, mask, 0.0, False, scale=scale)
      return torch.reshape(y, q.size())
    if cap == 0.0:
      return torch.scaled_dot_product_attention(q, k, v, mask, 0.0, False, scale=scale, enable_gqa=grouped)
    if grouped:
      times = q.size(1) // k.size(1)
      k = torch.repeat_interleave(k, times, 1)                                     # (B, H, S, Dh)
      v = torch.repeat_interleave(v, times, 1)
    score = torch.matmul(q, torch.transpose(k, -2, -1)) * scale                    # (B, H, T, S)
    score = torch.tanh(score / cap) * cap
    if mask is not None:
      score = score + mask
    return torch.matmul(torch.softmax(score, -1, dtype=6).to(q.dtype), v)          # (B, H, T, Dh)

  def heads(self, x: Tensor, width: int) -> Tensor:
    return torch.transpose(torch.view(x, [x.size(0), x.size(1), -1, width]), 1, 2) # (B, H, T, Dh)

  def joined(self, x: Tensor) -> Tensor:
    return torch.flatten(torch.transpose(x, 1, 2), 2)                              # (B, T, H * Dh)

  # Appends to one layer's cache. In place: room for S is there already. Else: a longer copy, so that gradients can flow.
  def extend(self, cache: List[Tensor], at: int, new: Tensor, past: int, reuse: bool) -> Tensor:
    if reuse:
      torch.copy_(torch.narrow(cache[at], 2, past, new.size(2)), new)
      return torch.narrow(cache[at], 2, 0, past + new.size(2))                     # (B, Hkv, S, Dh)
    if past == 0:
      return new
    return torch.cat([cache[at], new], 2)

  def mlp(self, x: Tensor, w: Dict[str, Tensor], kind: int) -> Tensor:
    gate = self.activate(self.linear(x, w, "gate"), kind)                          # (B, T, F)
    return self.linear(gate * self.linear(x, w, "up"), w, "down")                  # (B, T, D)

  def embed(self, ids: Tensor, table: Tensor, scale: float) -> Tensor:
    x = torch.embedding(table, ids.to(table.device))                               # (B, T, D)
    if scale != 1.0:
      x = x * scale
    return x

  def logits(self, h: Tensor, head: Dict[str, Tensor], cap: float) -> Tensor:
    y = self.linear(h, head, "head")                                               # (B, T, V)
    if cap != 0.0:
      y = torch.tanh(y / cap) * cap
    return y

  # The most likely token of each row, the first of equals; logits (B, 1, V).
  def best(self, logits: Tensor) -> Tensor:
    return torch.argmax(logits[:, -1], -1)                                         # (B)

  def widen(self, cache: List[Tensor], capacity: int, used: int) -> List[Tensor]:
    wide = annotate(List[Tensor], [])
    for old in cache:
      new = torch.zeros([old.size(0), old.size(1), capacity, old.size(3)], dtype=old.dtype, device=old.device)
      if used > 0:
        torch.copy_(torch.narrow(new, 2, 0, used), torch.narrow(old, 2, 0, used))
      wide.append(new)
    return wide
