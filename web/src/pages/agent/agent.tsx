import { PageHeader } from "../../components/page-header.tsx";

export default function Agent() {
  return <PageHeader title="Agent">One agent.</PageHeader>;
}
