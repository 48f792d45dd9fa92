import { PageHeader } from "../../components/page-header.tsx";

export default function Conversation() {
  return <PageHeader title="Conversation">One mail and its answer.</PageHeader>;
}
