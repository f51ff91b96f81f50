/** Not crypto.randomUUID, which a page on a local network without https does not have. */
export function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}
