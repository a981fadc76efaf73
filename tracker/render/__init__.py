"""Views → text, Markdown, HTML, CSV, XLSX, SARIF: each module renders one."""
