// Loaded before a function: tells at the end which files of its bundle were loaded, one a line.
import { writeSync } from "node:fs";
import { registerHooks } from "node:module";
import { isMainThread } from "node:worker_threads";

const files = [];
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith("file:")) files.push(url);
    return nextLoad(url, context);
  },
});
if (isMainThread) process.on("exit", () => writeSync(1, files.join("\n")));
