import type { Provider } from "../api/fields.ts";
import { MAX_TEMPERATURE, maxOutputOf } from "../providers/model-limits.ts";
import { canChat, providerOfModel } from "../providers/model-names.ts";
import { PROVIDER_NAMES } from "../providers/provider-names.ts";
import type { ConfigSettings } from "./config-store.ts";

type Fault = { field: string; message: string };

/** The settings that the provider would refuse at every mail, each by its field of the request. */
export function settingsAtFault(provider: Provider, { model_name, temperature, max_tokens }: ConfigSettings): Fault[] {
  const faults: Fault[] = [];
  const owner = providerOfModel(model_name);
  if (owner !== undefined && owner !== provider) {
    const message = `is a model of ${PROVIDER_NAMES[owner]}, and the key is one of ${PROVIDER_NAMES[provider]}`;
    faults.push({ field: "modelName", message });
  } else if (!canChat(provider, model_name)) {
    faults.push({ field: "modelName", message: "is a model that answers no chat" });
  }
  const hottest = MAX_TEMPERATURE[provider];
  if (temperature > hottest) {
    faults.push({
      field: "temperature",
      message: `${PROVIDER_NAMES[provider]} takes a temperature from 0 to ${hottest}`,
    });
  }
  const most = maxOutputOf(provider, model_name);
  if (most !== undefined && max_tokens > most) {
    faults.push({ field: "maxTokens", message: `This model writes ${most} tokens at the most` });
  }
  return faults;
}
