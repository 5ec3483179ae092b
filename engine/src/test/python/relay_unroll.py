"""The outer training step of the relay sample in PyTorch eager, to measure ours against.

Reads the sample's checkpoints and links by itself (torch alone, no other package). One line of JSON
in, one out: {"rate": r, "questions": [...], "texts": [...]} gives {"seconds": s, "loss": l, "torch": v}.

    python3 relay_unroll.py PROJECT LINKS THREADS
"""
import json
import struct
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F

ROUNDS, STEPS, IGNORED = 3, 8, -100


def safetensors(path):
    data = Path(path).read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    header.pop("__metadata__", None)
    tensors = {}
    for name, about in header.items():
        begin, end = about["data_offsets"]
        raw = bytearray(data[8 + size + begin:8 + size + end])
        tensors[name] = torch.frombuffer(raw, dtype=torch.float32).view(about["shape"]).clone()
    return tensors


def rms(x, weight, eps):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps) * weight


def turned(x):
    half = x.size(-1) // 2
    return torch.cat((-x[..., half:], x[..., :half]), -1)


class Model:
    """A llama or qwen3 with a cache that grows by concatenation, so that gradients can flow."""

    def __init__(self, folder):
        self.c = json.loads((folder / "config.json").read_text())
        self.w = safetensors(folder / "model.safetensors")
        self.words = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
        self.embedding = self.w["model.embed_tokens.weight"]
        self.head = self.w.get("lm_head.weight", self.embedding)
        width = self.c["head_dim"]
        powers = torch.arange(0, width, 2, dtype=torch.float32) / width
        angles = torch.outer(torch.arange(512, dtype=torch.float32), self.c["rope_theta"] ** -powers)
        self.cos = torch.cat((angles, angles), -1).cos()
        self.sin = torch.cat((angles, angles), -1).sin()

    def ids(self, texts):
        return torch.tensor([[self.words[word] for word in text.split()] for text in texts])

    def embed(self, texts):
        return F.embedding(self.ids(texts), self.embedding)

    def attention(self, x, name, cache, past):
        c, w = self.c, self.w
        rows, new, width = x.size(0), x.size(1), c["head_dim"]

        def heads(kind):
            return F.linear(x, w[f"{name}.{kind}_proj.weight"]).view(rows, new, -1, width).transpose(1, 2)

        q, k, v = heads("q"), heads("k"), heads("v")
        if f"{name}.q_norm.weight" in w:
            q = rms(q, w[f"{name}.q_norm.weight"], c["rms_norm_eps"])
            k = rms(k, w[f"{name}.k_norm.weight"], c["rms_norm_eps"])
        cos, sin = self.cos[past:past + new], self.sin[past:past + new]
        q, k = q * cos + turned(q) * sin, k * cos + turned(k) * sin
        if cache is not None:
            k, v = torch.cat((cache[0], k), 2), torch.cat((cache[1], v), 2)
        kept = (k, v)
        times = q.size(1) // k.size(1)
        if times > 1:
            k, v = k.repeat_interleave(times, 1), v.repeat_interleave(times, 1)
        score = q @ k.transpose(-2, -1) / width ** 0.5
        if new > 1:
            later = torch.ones(new, k.size(2), dtype=torch.bool).triu(past + 1)
            score = score.masked_fill(later, float("-inf"))
        y = (torch.softmax(score, -1) @ v).transpose(1, 2).reshape(rows, new, -1)
        return F.linear(y, w[f"{name}.o_proj.weight"]), kept

    def forward(self, x, caches=None, past=0):
        c, w = self.c, self.w
        kept = []
        for i in range(c["num_hidden_layers"]):
            name = f"model.layers.{i}"
            y = rms(x, w[f"{name}.input_layernorm.weight"], c["rms_norm_eps"])
            y, cache = self.attention(y, f"{name}.self_attn", caches and caches[i], past)
            kept.append(cache)
            x = x + y
            y = rms(x, w[f"{name}.post_attention_layernorm.weight"], c["rms_norm_eps"])
            gate = F.silu(F.linear(y, w[f"{name}.mlp.gate_proj.weight"]))
            up = F.linear(y, w[f"{name}.mlp.up_proj.weight"])
            x = x + F.linear(gate * up, w[f"{name}.mlp.down_proj.weight"])
        return rms(x, w["model.norm.weight"], c["rms_norm_eps"]), kept

    def think(self, prompt, inner):
        """Hidden states of so many latent steps, each fed back through the inner link."""
        hidden, caches = self.forward(prompt)
        thoughts, past = [hidden[:, -1:]], prompt.size(1)
        while len(thoughts) < STEPS:
            hidden, caches = self.forward(inner(thoughts[-1]), caches, past)
            thoughts.append(hidden)
            past += 1
        return torch.cat(thoughts, 1)


class Link:
    def __init__(self, folder, name):
        loaded = safetensors(folder / f"{name}.safetensors")
        self.w = {key: tensor.requires_grad_() for key, tensor in loaded.items()}

    def norm(self, x, name):
        return F.layer_norm(x, x.shape[-1:], self.w[f"{name}.weight"], self.w[f"{name}.bias"])

    def linear(self, x, name):
        return F.linear(x, self.w[f"{name}.weight"], self.w[f"{name}.bias"])

    def __call__(self, x):
        """Of the two forms the sample has: inner_ln_res and outer_ln_res."""
        inner = "pre_ln.weight" in self.w
        y = self.linear(self.norm(x, "pre_ln" if inner else "ln_source"), "proj1")
        y = self.linear(F.gelu(y), "proj2")
        y = y + (x if inner else self.linear(x, "residual_proj"))
        return self.norm(y, "post_ln" if inner else "ln_target")


class Team:
    def __init__(self, project, links):
        graph = json.loads((project / "graphs" / "relay.json").read_text())
        self.agents = graph["agents"]
        self.edges = {edge["from"]: edge for edge in graph["edges"]}
        self.models = {a["id"]: Model(project / a["model"]) for a in self.agents}
        self.inner = {a["id"]: Link(links, f"inner-{a['id']}") for a in self.agents}
        self.outer = {e["id"]: Link(links, f"outer-{e['id']}") for e in graph["edges"]}
        every = list(self.inner.values()) + list(self.outer.values())
        self.weights = [tensor for link in every for tensor in link.w.values()]

    def prompt(self, agent, questions, slots):
        model = self.models[agent["id"]]
        filled = agent["prompt"].replace("{{question}}", "?")
        before, after = filled.split("{{")[0], filled.split("}}")[1]
        parts = [model.embed([before.replace("?", question) for question in questions])]
        if agent["id"] in slots:
            parts.append(slots[agent["id"]])
        parts.append(model.embed([after] * len(questions)))
        return torch.cat(parts, 1)

    def loss(self, questions, texts):
        slots = {}
        for turn in range(ROUNDS * len(self.agents)):
            agent = self.agents[turn % len(self.agents)]
            prompt = self.prompt(agent, questions, slots)
            model = self.models[agent["id"]]
            if turn == ROUNDS * len(self.agents) - 1:
                return answer(model, prompt, texts)
            thoughts = model.think(prompt, self.inner[agent["id"]])
            edge = self.edges[agent["id"]]
            slots[edge["to"]] = self.outer[edge["id"]](self.inner[agent["id"]](thoughts))


def answer(model, prompt, texts):
    """Mean cross-entropy of each text and one end token behind the prompt."""
    end = model.c["eos_token_id"]
    ids = [[model.words[word] for word in text.split()] + [end] for text in texts]
    length = max(len(row) for row in ids)
    targets = torch.tensor([row + [IGNORED] * (length - len(row)) for row in ids])
    given = torch.tensor([row + [end] * (length - len(row)) for row in ids])[:, :-1]
    hidden, _ = model.forward(torch.cat((prompt, F.embedding(given, model.embedding)), 1))
    logits = F.linear(hidden[:, prompt.size(1) - 1:], model.head)
    return F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def main():
    project, links, threads = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    torch.set_num_threads(threads)
    team = Team(project, links)
    optimizer = torch.optim.AdamW(team.weights, betas=(0.9, 0.95), eps=1e-8, weight_decay=0)
    for line in sys.stdin:
        asked = json.loads(line)
        begun = time.perf_counter()
        optimizer.param_groups[0]["lr"] = asked["rate"]
        optimizer.zero_grad(set_to_none=True)
        loss = team.loss(asked["questions"], asked["texts"])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(team.weights, 1.0)
        optimizer.step()
        value = loss.item()
        seconds = time.perf_counter() - begun
        print(json.dumps({"seconds": seconds, "loss": value, "torch": torch.__version__}), flush=True)


main()
