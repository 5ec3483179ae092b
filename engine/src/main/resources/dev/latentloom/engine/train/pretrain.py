  # Pre-training of a tiny agent on filled prompts, with the family's own decode.
  # B examples, T positions, K tokens mixed into one input, N scored positions, C candidates of a target, D hidden, V vocabulary.

  # Mixtures of embeddings; noise is given in units of mean |E| / sqrt(D), the deviation of one component.
  def filled(self, table: Tensor, ids: Tensor, shares: Tensor, noise: Tensor) -> Tensor:
    x = torch.sum(torch.embedding(table, ids) * shares[..., None], 2)              # (B, T, D)
    fixed = torch.detach(table)
    unit = torch.mean(torch.linalg_vector_norm(fixed, 2, [-1])) * float(fixed.size(1)) ** -0.5
    return x + noise * unit

  # Loss and its gradient for every parameter, the loss first.
  def loss_and_gradients(self, params: List[Tensor], top: Dict[str, Tensor], layers: List[Dict[str, Tensor]], head: Tensor, c: Dict[str, float], plans: List[Dict[str, float]], ropes: List[Tensor], inputs: List[Tensor], targets: List[Tensor]) -> List[Tensor]:
    x = self.filled(top["embed"], inputs[0], inputs[1], inputs[2])
    h = self.decode(x, top, layers, c, plans, ropes, annotate(List[Tensor], []), 0, None, False, False, x.size(1))[0]
    scored = torch.index_select(torch.flatten(h, 0, 1), 0, targets[0])             # (N, D)
    log = torch.log_softmax(torch.linear(scored, head), -1)                        # (N, V)
    said = torch.sum(torch.gather(log, 1, targets[1]) * targets[2], 1)             # (N)
    loss = -torch.sum(said * targets[3]) / torch.sum(targets[3])
    result = [torch.detach(loss)]
    for grad in torch.grad([loss], params):
      assert grad is not None
      result.append(grad)
    return result
