/** Hands a file to the browser, which asks its user where to keep it or puts it where downloads go. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Revoked at once, some browsers would have nothing left to save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
