import { Button } from "@mantine/core";
import { Link } from "wouter";
import { PageHeader } from "../../components/page-header.tsx";
import { paths } from "../../paths.ts";

export default function NotFound() {
  return (
    <>
      <PageHeader title="There is no such page">The address may be mistyped, or the page was deleted.</PageHeader>
      <Button component={Link} href={paths.home()}>
        To the home page
      </Button>
    </>
  );
}
