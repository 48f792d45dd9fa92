/** The template cannot be made. The person who deploys sees only the message. */
export class DeploymentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DeploymentError";
  }
}
