import { Alert, Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Globe, Plus } from "lucide-react";
import { useApi } from "../../api/use-api.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { later } from "../../components/later.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { DomainTable } from "./domain-table.tsx";

const AddDomain = later(() => import("./add-domain.tsx"));

/** The owner's own domains, from which agents can answer. */
export default function Domains() {
  const domains = useApi("listDomains", {});
  const [adding, { open, close }] = useDisclosure();
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
      Add a domain
    </Button>
  );
  return (
    <>
      <PageHeader title="Domains" actions={domains.data?.domains.length === 0 ? undefined : add}>
        With a domain of your own, answers come from your address, such as support@your-bakery.example.
      </PageHeader>
      <Loaded query={domains}>
        {({ domains: rows }) =>
          rows.length === 0 ? (
            <EmptyState Icon={Globe} title="No domain yet" action={add}>
              Add the domain of your company. You then set a few records where you bought the domain, and Latchkey finds
              them by itself.
            </EmptyState>
          ) : (
            <DomainTable domains={rows} />
          )
        }
      </Loaded>
      <HowItWorks />
      <AddDomain opened={adding} onClose={close} />
    </>
  );
}

function HowItWorks() {
  return (
    <Alert mt="lg" color="gray" icon={<Globe size={18} aria-hidden />} title="How it works">
      <Text size="sm" component="ol" m={0} pl="md">
        <li>Add your domain. Latchkey shows you one line to copy, which proves that the domain is yours.</li>
        <li>Set it where you bought the domain. Once it is found, three more lines follow: they sign your answers.</li>
        <li>Then give an agent an address on the domain. Your other mail goes on as before.</li>
      </Text>
    </Alert>
  );
}
