import { PageHeader } from "../../components/page-header.tsx";

export default function Keys() {
  return <PageHeader title="Keys">The AI keys that your agents answer with.</PageHeader>;
}
