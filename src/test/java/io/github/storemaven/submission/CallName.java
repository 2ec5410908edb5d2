package io.github.storemaven.submission;

import io.github.storemaven.http.Request;

/** The name that the embedded Store's faults have for a request of a release. */
final class CallName {
    private CallName() {}

    static String of(Request request) {
        String query = request.uri().getRawQuery();
        if (query != null && query.contains("comp=")) {
            return (request.method().equals("GET") ? "get" : "put")
                    + (query.contains("comp=blocklist") ? "BlockList" : "Block");
        }
        String path = request.uri().getPath().replaceFirst(".*/", "/");
        if (request.method().equals("GET") && path.equals("/token")) {
            return "getManagedIdentity";
        }
        return switch (request.method() + " " + path.replaceFirst("/\\d{19}$", "/id")) {
            case "POST /token" -> "token";
            case "GET /9PAPPDEMO001" -> "getApplication";
            case "GET /listflights" -> "listFlights";
            case "GET /" + ReleaseFixture.FLIGHT -> "getFlight";
            case "POST /submissions" -> "createSubmission";
            case "PUT /id" -> "updateSubmission";
            case "GET /id" -> "getSubmission";
            case "DELETE /id" -> "deleteSubmission";
            case "POST /commit" -> "commitSubmission";
            case "GET /status" -> "getStatus";
            default -> throw new AssertionError("a request that is none of the calls: " + request);
        };
    }
}
