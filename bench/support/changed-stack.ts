import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/**
 * Runs the stack of a checkout with changes, as `node changed-stack.ts ROOT`, until it gets SIGTERM: GET /api/openapi.json is
 * the empty handler, and the gateway lets every request through. With `--unfed` nothing feeds the runner, so that its jobs
 * can be worked by who measures it. With `--data FOLDER` its state is kept. Prints a line of JSON that tells where it all is.
 */
const { values, positionals } = parseArgs({
  options: { unfed: { type: "boolean", default: false }, data: { type: "string" } },
  allowPositionals: true,
});
const [root = "."] = positionals;
const EMPTY = fileURLToPath(new URL("../cold/empty", import.meta.url));
const MANY = 1_000_000;

type Local = {
  stack: typeof import("../../local/stack.ts");
  templates: typeof import("../../local/template/read-template.ts");
  stub: typeof import("../../local/provider-stub/provider-stub.ts");
};
const fileOf = (path: string) => pathToFileURL(join(root, "local", path)).href;
const stackFile: Local["stack"] = await import(fileOf("stack.ts"));
const templateFile: Local["templates"] = await import(fileOf("template/read-template.ts"));
const stubFile: Local["stub"] = await import(fileOf("provider-stub/provider-stub.ts"));

const template = await templateFile.readTemplate(join(root, "cdk.out"));
for (const [id, resource] of Object.entries(template.resources)) {
  const { Type, Properties, Metadata } = resource;
  if (Metadata["latchkey:function"] === "openapi") {
    Metadata["aws:asset:path"] = relative(template.assets, EMPTY);
  } else if (
    values.unfed &&
    Type === "AWS::Lambda::EventSourceMapping" &&
    JSON.stringify(Properties["FunctionName"]).includes("Runner")
  ) {
    delete template.resources[id];
  } else if (Type === "AWS::ApiGatewayV2::Stage") {
    Properties["DefaultRouteSettings"] = { ThrottlingRateLimit: MANY, ThrottlingBurstLimit: MANY };
    Properties["RouteSettings"] = {};
  }
}
const stack = await stackFile.startStack({
  port: 0,
  smtpPort: 0,
  template,
  ...(values.data !== undefined && { data: values.data }),
});
const stub = await stubFile.startProviderStub();
const { url, smtpPort, names } = stack;
const { endpoint, admin, region } = stack.aws;
const { accessKeyId, secretAccessKey } = admin;
process.stdout.write(
  `${JSON.stringify({ url, smtpPort, endpoint, region, accessKeyId, secretAccessKey, names, stub: stub.url })}\n`,
);

process.on("SIGTERM", () => {
  Promise.all([stack.stop(), stub.stop()]).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
