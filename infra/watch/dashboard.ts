import { Stack } from "aws-cdk-lib";
import { type Alarm, type IWidget, Dashboard as Page, TextWidget } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { affectedRow, costRow, historyRow, isItWorking } from "./dashboard-rows.ts";
import type { Watched } from "./watched.ts";

const WIDTH = 24;

/** One screen. From top to bottom it shows whether everything works, for whom it does not, since when, and the cost. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, watched: Watched & { alarms: Alarm[] }) {
    super(scope, id);
    const rows: [question: string, widgets: IWidget[]][] = [
      ["Is it working?", isItWorking(this, watched)],
      ["For whom not?", affectedRow(watched)],
      ["Since when?", historyRow(this, watched)],
      ["What does it cost?", costRow(this, watched)],
    ];
    const page = new Page(this, "Page", { dashboardName: Stack.of(this).stackName });
    for (const [question, widgets] of rows) {
      page.addWidgets(new TextWidget({ markdown: `## ${question}`, width: WIDTH, height: 1 }));
      page.addWidgets(...widgets);
    }
  }
}
