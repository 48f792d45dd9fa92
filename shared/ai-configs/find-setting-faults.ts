import type { LoadedProvider } from "../providers/load.ts";
import { providerOfModel } from "../providers/model-names.ts";
import { canChat, maxOutputOf } from "../providers/models.ts";
import { providerOf } from "../providers/registry.ts";
import type { ConfigSettings } from "./config-store.ts";

type Fault = { field: string; message: string };

/** The settings that the provider would refuse for every mail, each under its field of the request. */
export function findSettingFaults(
  { id, name, models }: LoadedProvider,
  { model_name, temperature, max_tokens }: ConfigSettings,
): Fault[] {
  const faults: Fault[] = [];
  const owner = providerOfModel(model_name);
  if (owner !== undefined && owner !== id) {
    const message = `is a model of ${providerOf(owner).name}, and the key is one of ${name}`;
    faults.push({ field: "modelName", message });
  } else if (!canChat(models, model_name)) {
    faults.push({ field: "modelName", message: "is a model that answers no chat" });
  }
  const hottest = models.maxTemperature;
  if (temperature > hottest) {
    faults.push({
      field: "temperature",
      message: `${name} takes a temperature from 0 to ${hottest}`,
    });
  }
  const most = maxOutputOf(models, model_name);
  if (most !== undefined && max_tokens > most) {
    faults.push({ field: "maxTokens", message: `This model writes ${most} tokens at the most` });
  }
  return faults;
}
