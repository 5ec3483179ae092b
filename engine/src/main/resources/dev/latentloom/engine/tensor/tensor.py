  # General operations. Shapes: any unless said.

  def dtype(self, x: Tensor) -> int:
    return x.dtype

  def item(self, x: Tensor) -> float:
    return float(x.item())

  def f32(self, x: Tensor) -> Tensor:
    return torch.contiguous(torch.detach(x).to(torch.device("cpu"), 6))

  def i64(self, x: Tensor) -> Tensor:
    return torch.contiguous(torch.detach(x).to(torch.device("cpu"), 4))

  def to(self, x: Tensor, device: str, dtype: int) -> Tensor:
    return x.to(torch.device(device), dtype)

  def like(self, x: Tensor, other: Tensor) -> Tensor:
    return x.to(other.device, other.dtype)

  def copy_of(self, x: Tensor) -> Tensor:
    return torch.clone(torch.detach(x))

  def concat(self, xs: List[Tensor], axis: int) -> Tensor:
    return torch.cat(xs, axis)

  def stack(self, xs: List[Tensor], axis: int) -> Tensor:
    return torch.stack(xs, axis)

  def narrow(self, x: Tensor, axis: int, start: int, length: int) -> Tensor:
    return torch.narrow(x, axis, start, length)

  # Rows (1, T_i, D) as (B, T, D), zeros before the shorter ones.
  def pad_left(self, rows: List[Tensor], length: int) -> Tensor:
    full = annotate(List[Tensor], [])
    for row in rows:
      full.append(torch.constant_pad_nd(row, [0, 0, length - row.size(1), 0], 0.0))
    return torch.cat(full, 0)

  def reshape(self, x: Tensor, shape: List[int]) -> Tensor:
    return torch.reshape(x, shape)

  def transposed(self, x: Tensor) -> Tensor:
    return torch.contiguous(torch.transpose(x, 0, 1))

  def rows(self, x: Tensor, index: Tensor) -> Tensor:
    return torch.index_select(x, 0, index.to(x.device))

  def zeros(self, shape: List[int], device: str, dtype: int) -> Tensor:
    return torch.zeros(shape, dtype=dtype, device=torch.device(device))

  def add(self, x: Tensor, y: Tensor) -> Tensor:
    return x + y

  def plus(self, x: Tensor, y: float) -> Tensor:
    return x + y

  def scale(self, x: Tensor, by: float) -> Tensor:
    return x * by

  def mean(self, x: Tensor) -> Tensor:
    return torch.mean(x)

  def matmul(self, x: Tensor, y: Tensor) -> Tensor:
    return torch.matmul(x, y)

  # One shared mapping of a file's bytes as n elements of one type; pages come in when they are read.
  def mapped(self, path: str, n: int, dtype: int) -> Tensor:
    return torch.from_file(path, False, n, dtype=dtype)

  def view(self, x: Tensor, start: int, shape: List[int]) -> Tensor:
    n = 1
    for extent in shape:
      n = n * extent
    return torch.view(torch.narrow(x, 0, start, n), shape)

  # Bytes that do not stand where their type would want them: copied, then read as that type.
  def reinterpreted(self, x: Tensor, start: int, length: int, dtype: int, shape: List[int]) -> Tensor:
    return torch.view(torch.view(torch.clone(torch.narrow(x, 0, start, length)), dtype), shape)

  # A leaf for autograd that shares no memory with x.
  def leaf(self, x: Tensor) -> Tensor:
    return torch.requires_grad_(torch.clone(torch.detach(x)), True)

  def tracked(self, x: Tensor) -> int:
    return int(x.requires_grad)

  # The same values as a new node of the graph, so that one use of x can be told from another.
  def alias(self, x: Tensor) -> Tensor:
    return torch.view_as(x, x)

  # d(sum of outputs . seeds) / d inputs; an input the outputs do not depend on gets an empty tensor.
  def gradients(self, outputs: List[Tensor], inputs: List[Tensor], seeds: Optional[List[Tensor]], keep: bool) -> List[Tensor]:
    given = annotate(Optional[List[Optional[Tensor]]], None)
    if seeds is not None:
      listed = annotate(List[Optional[Tensor]], [])
      for seed in seeds:
        listed.append(seed)
      given = listed
    grads = torch.grad(outputs, inputs, given, keep, False, True)
    result = annotate(List[Tensor], [])
    for grad in grads:
      if grad is None:
        result.append(torch.empty([0]))
      else:
        result.append(grad)
    return result
