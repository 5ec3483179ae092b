  # Clipping and AdamW over a list of parameters, in place; shapes: any, equal by position.

  # Scales all gradients so that their common norm is at most the limit; returns the norm before.
  def clip(self, grads: List[Tensor], limit: float) -> float:
    total = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(grads)))
    torch._foreach_mul_(grads, torch.clamp_max(limit / (total + 1e-6), 1.0))
    return float(total.item())

  # Decoupled weight decay; steps holds one f32 count a parameter.
  def adamw(self, params: List[Tensor], grads: List[Tensor], first: List[Tensor], second: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, decay: float, eps: float) -> None:
    torch._foreach_add_(steps, 1.0)
    torch._fused_adamw_(params, grads, first, second, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps, amsgrad=False, maximize=False)

  def zeros_like(self, params: List[Tensor]) -> List[Tensor]:
    fresh = annotate(List[Tensor], [])
    for p in params:
      fresh.append(torch.zeros_like(torch.detach(p)))
    return fresh

  def counts(self, params: List[Tensor]) -> List[Tensor]:
    fresh = annotate(List[Tensor], [])
    for p in params:
      fresh.append(torch.zeros([], dtype=6, device=p.device))
    return fresh

  def sums(self, xs: List[Tensor], ys: List[Tensor]) -> List[Tensor]:
    return torch._foreach_add(xs, ys)

  def overwrite(self, to: List[Tensor], values: List[Tensor]) -> None:
    for i in range(len(to)):
      torch.copy_(to[i], values[i])
