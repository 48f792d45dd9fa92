import { PageHeader } from "../../components/page-header.tsx";

export default function Conversations() {
  return <PageHeader title="Conversations">Every mail that arrived, and what became of it.</PageHeader>;
}
