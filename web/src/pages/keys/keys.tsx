import { Alert, SimpleGrid, Text } from "@mantine/core";
import { Lock } from "lucide-react";
import { useApi } from "../../api/use-api.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useProviders } from "../../components/providers.ts";
import { FreeAnswers } from "./free-answers.tsx";
import { useMonthCosts } from "./month-costs.ts";
import { ProviderCard } from "./provider-card.tsx";

/** One card per provider: the stored key, or the way to add one. */
export default function Keys() {
  const keys = useApi("listConfigs", {});
  const costs = useMonthCosts();
  const providers = useProviders();
  return (
    <>
      <PageHeader title="AI keys">
        Your agents answer with your own keys, and each provider bills you directly.
      </PageHeader>
      <Loaded query={keys}>
        {({ configs }) => (
          <>
            {configs.length === 0 && <FreeAnswers />}
            <Loaded query={providers}>
              {(known) => (
                <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="md">
                  {known.providers.map((provider) => {
                    const config = configs.find((each) => each.provider === provider.id);
                    const isOnly = configs.length === 1;
                    return (
                      <ProviderCard key={provider.id} cost={costs[provider.id]} {...{ provider, config, isOnly }} />
                    );
                  })}
                </SimpleGrid>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
      <HowItWorks />
    </>
  );
}

function HowItWorks() {
  return (
    <Alert mt="lg" color="gray" icon={<Lock size={18} aria-hidden />} title="Bring your own key">
      <Text size="sm" component="ol" m={0} pl="md">
        <li>Get a key from one of these providers, and add it here.</li>
        <li>The provider bills you for what your agents use. Latchkey adds nothing.</li>
        <li>Your key is stored encrypted. It is never shown again and never used for anybody else.</li>
      </Text>
    </Alert>
  );
}
