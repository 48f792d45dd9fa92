import type { MantineColorsTuple } from "@mantine/core";

/** Ink blue, from tint to shade. White text on shade 6 has a contrast of 7:1, and so does shade 6 on white. */
export const ink: MantineColorsTuple = [
  "#eef1fc",
  "#dde2f8",
  "#bcc6f1",
  "#98a6e9",
  "#7788e0",
  "#5569d4",
  "#3b4fc4",
  "#3041a6",
  "#263486",
  "#1c2766",
];

/** Greys with a touch of ink blue, for dark surfaces and their text. */
export const dark: MantineColorsTuple = [
  "#d6d8e0",
  "#b3b7c4",
  "#9a9fae",
  "#696f80",
  "#3d4250",
  "#303441",
  "#252934",
  "#1b1e27",
  "#14161d",
  "#0e1015",
];
