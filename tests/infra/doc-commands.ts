/**
 * The commands on a page: lines of code blocks, joined where a backslash continues them, and text in backquotes that
 * begins like a command.
 */
export function commandsOf(markdown: string): string[] {
  const blocks = markdown.split("\n").filter((line) => /^ {4,}\S/.test(line));
  const joined = blocks
    .join("\n")
    .replaceAll(/\\\n\s+/g, " ")
    .split("\n");
  const inline = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  const lines = [...joined, ...inline].map((line) => line.replace(/\s+#.*$/, "").trim());
  return [...new Set(lines.filter((line) => /^(npm|npx|node|curl|aws|TOKEN=|LATCHKEY_\w+=) ?\S/.test(line)))];
}
