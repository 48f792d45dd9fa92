import { PageHeader } from "../../components/page-header.tsx";

export default function Usage() {
  return <PageHeader title="Usage">What your keys were used for, and what it cost.</PageHeader>;
}
