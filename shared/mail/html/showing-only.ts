import type { Declarations } from "./declarations.ts";
import type { Style } from "./style.ts";

/**
 * Keeps the declarations that could make text visible. They come from a rule that may not apply to the element; if in
 * doubt, text counts as written.
 */
export function keepVisibleStyles({ normal, important }: Declarations): Declarations {
  return { normal: showing(normal), important: showing(important) };
}

function showing({ display, visibility, fontSize, color, background, hasImage, opacity }: Style): Style {
  const isSize = typeof fontSize === "object" && fontSize.value > 0;
  return {
    ...(display !== undefined && display !== "none" && { display }),
    ...(visibility === "visible" && { visibility }),
    ...(isSize && { fontSize }),
    ...(color !== undefined && { color: "unknown" }),
    ...((background !== undefined || hasImage) && { hasImage: true }),
    ...(opacity !== undefined && opacity > 0 && { opacity }),
  };
}
