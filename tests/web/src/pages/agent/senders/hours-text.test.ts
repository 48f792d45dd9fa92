import { expect, test } from "vitest";
import { readDay, readWeek, writeWeek } from "../../../../../../web/src/pages/agent/senders/hours-text.ts";

test.each([
  ["09:00-17:00", [["09:00", "17:00"]]],
  ["9-17", [["09:00", "17:00"]]],
  [
    "9:00 – 12:30, 13.15 to 17",
    [
      ["09:00", "12:30"],
      ["13:15", "17:00"],
    ],
  ],
  [
    "22:00-02:00; 0-24",
    [
      ["22:00", "02:00"],
      ["00:00", "24:00"],
    ],
  ],
  ["", []],
  [" , ", []],
])("%j is understood", (text, times) => {
  expect(readDay("mon", text)).toEqual(times.map(([from, to]) => ({ day: "mon", from, to })));
});

test.each(["all day", "9", "9-", "9-25", "24-25", "9:60-10", "9-10-11", "09:00-17:00 and more"])(
  "%j is not",
  (text) => {
    expect(readDay("mon", text)).toBeUndefined();
  },
);

test("a week is written as it is read", () => {
  const ranges = [
    { day: "mon", from: "09:00", to: "12:00" },
    { day: "mon", from: "13:00", to: "17:00" },
    { day: "sat", from: "22:00", to: "02:00" },
  ] as const;
  const week = writeWeek([...ranges]);
  expect(week).toMatchObject({ mon: "09:00-12:00, 13:00-17:00", tue: "", sat: "22:00-02:00" });
  expect(readWeek(week)).toEqual(ranges);
});
