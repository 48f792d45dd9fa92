import { Duration, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import {
  HttpLambdaAuthorizer,
  HttpLambdaResponseType,
  HttpUserPoolAuthorizer,
} from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Construct } from "constructs";
import type { ApiFunction, Route } from "../shared/api/route.ts";
import { routes } from "../shared/api/routes.ts";
import type { Accounts } from "./accounts.ts";
import type { ApiFunctions } from "./api-functions.ts";
import { logGroup } from "./log-group.ts";
import { acknowledge } from "./nag.ts";

type Uses = { accounts: Accounts; functions: ApiFunctions; allowedOrigins: string[] };

// An access token has this scope and an ID token has none, so the authorizer refuses ID tokens.
const SIGNED_IN = "aws.cognito.signin.user.admin";

// How long the gateway keeps the authorizer's answer for one Authorization header. It holds nothing that may change: what a
// token may do, and whether it was revoked, each function reads itself (docs/decisions/0063).
const KEEPS_CALLER = Duration.minutes(5);

// The limit for all callers together keeps the bill and Lambda's concurrency bounded.
const REQUESTS_PER_SECOND = 100;
const BURST = 200;

// The gateway has one bucket for all callers of a route. The limit of a single caller is functions/auth/admission.ts. This
// one keeps a flood of callers below Cognito's quota (UserAuthentication: 120 a second), and leaves half of the stage's
// rate to users who are signed in.
const SIGN_IN_ROUTE = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 };

/**
 * The HTTP API, made from the table of routes. A route needs a token unless the table says `none`. Where an API token may
 * do, our own authorizer tells who calls; the others keep Cognito's.
 */
export class Api extends Construct {
  readonly http: HttpApi;
  readonly url: string;
  /** Its host name, without a scheme. */
  readonly host: string;

  constructor(scope: Construct, id: string, uses: Uses) {
    super(scope, id);
    const { accounts, functions, allowedOrigins } = uses;
    const api = new HttpApi(this, "Http", {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      defaultAuthorizer: new HttpUserPoolAuthorizer("AccessToken", accounts.pool, {
        userPoolClients: [accounts.client],
      }),
      defaultAuthorizationScopes: [SIGNED_IN],
      ...(allowedOrigins.length > 0 && { corsPreflight: cors(allowedOrigins) }),
    });
    this.http = api;
    const signIn = this.addRoutes(api, functions);
    this.url = this.addStage(api, signIn).url;
    const { region, urlSuffix } = Stack.of(this);
    this.host = `${api.apiId}.execute-api.${region}.${urlSuffix}`;
  }

  /** @returns the keys of the routes that take a body and no token */
  private addRoutes(api: HttpApi, functions: ApiFunctions): Map<string, HttpRoute> {
    const signIn = new Map<string, HttpRoute>();
    const callers = new HttpLambdaAuthorizer("Caller", functions.authorizer.lambda, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ["$request.header.Authorization"],
      resultsCacheTtl: KEEPS_CALLER,
    });
    const integrations = new Map<ApiFunction, HttpLambdaIntegration>();
    for (const route of Object.values<Route>(routes)) {
      const integration = integrations.get(route.fn) ?? integrate(functions, route.fn);
      integrations.set(route.fn, integration);
      const added = api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration,
        ...authorizerOf(route, callers),
      });
      if (route.token === "access") continue;
      for (const open of added) {
        acknowledge(open, "AwsSolutions-APIG4", `Needs no token: ${route.summary}.`);
        if (route.body) signIn.set(`${route.method} ${route.path}`, open);
      }
    }
    return signIn;
  }

  private addStage(api: HttpApi, signIn: Map<string, HttpRoute>): HttpStage {
    const log = logGroup(this, "AccessLog");
    const stage = new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: REQUESTS_PER_SECOND, burstLimit: BURST },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLogFormat() },
    });
    // API Gateway refuses settings for a route that does not exist yet.
    stage.node.addDependency(...signIn.values());
    if (stage.node.defaultChild instanceof CfnStage) {
      stage.node.defaultChild.routeSettings = Object.fromEntries([...signIn.keys()].map((key) => [key, SIGN_IN_ROUTE]));
    }
    return stage;
  }
}

/** Nothing for a route of sessions alone: the API's default authorizer is Cognito's. */
function authorizerOf({ token, scope }: Route, callers: HttpLambdaAuthorizer) {
  if (token === "none") return { authorizer: new HttpNoneAuthorizer(), authorizationScopes: [] };
  return scope === "none" ? {} : { authorizer: callers, authorizationScopes: [] };
}

function integrate(functions: ApiFunctions, fn: ApiFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(fn, functions.byName[fn].lambda, { scopePermissionToRoute: false });
}

function cors(allowOrigins: string[]) {
  return {
    allowOrigins,
    allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PATCH, CorsHttpMethod.DELETE],
    allowHeaders: ["authorization", "content-type", "idempotency-key"],
    // The refresh token is a cookie.
    allowCredentials: true,
    maxAge: Duration.hours(1),
  };
}

/** The access log has no personal data: no address, no path (it contains ids), no user agent. */
function accessLogFormat(): AccessLogFormat {
  return AccessLogFormat.custom(
    JSON.stringify({
      at: "$context.requestTime",
      request_id: "$context.requestId",
      route: "$context.routeKey",
      status: "$context.status",
      bytes: "$context.responseLength",
      milliseconds: "$context.responseLatency",
      authorizer_error: "$context.authorizer.error",
      integration_error: "$context.integrationErrorMessage",
    }),
  );
}
