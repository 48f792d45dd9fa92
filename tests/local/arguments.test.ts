import { expect, test } from "vitest";
import { readArguments } from "../../local/arguments.ts";

test("without options the ports are 3000 and 2525, and the data is in .latchkey", () => {
  const values = { port: 3000, smtpPort: 2525, data: ".latchkey", fresh: false, synth: true, help: false };
  expect(readArguments([])).toEqual(values);
});

test("every option is read, in both spellings", () => {
  expect(readArguments(["--port", "0", "--smtp-port=9", "--data", "x", "--fresh", "--no-synth", "--help"])).toEqual({
    port: 0,
    smtpPort: 9,
    data: "x",
    fresh: true,
    synth: false,
    help: true,
  });
});

test("an unknown option, a missing value and an invalid port each give one sentence", () => {
  expect(() => readArguments(["--prot", "1"])).toThrow(/^Unknown option '--prot'\. See: npm start -- --help$/);
  expect(() => readArguments(["--port"])).toThrow(/^Option '--port <value>' argument missing\. See/);
  expect(() => readArguments(["extra"])).toThrow(/^Unexpected argument 'extra'\. See/);
  expect(() => readArguments(["--port", "80a"])).toThrow(/^--port must be a port from 0 to 65535, not "80a"\.$/);
  expect(() => readArguments(["--smtp-port", "65536"])).toThrow(/^--smtp-port must/);
});
