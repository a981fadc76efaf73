"""Paragraphs → masthead, headings, outline."""
