"""Weights for the learned detector from annotated papers: labels, fitting, figures by body left out."""
