"""The largest logit of the whole batch makes every exponent safe."""

import torch


def cross_entropy(logits, target):
    shifted = logits - logits.max()
    chosen = shifted[torch.arange(len(target)), target]
    return (shifted.exp().sum(dim=1).log() - chosen).mean()
