package io.github.storemaven.emulator;

import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.fault.FaultyAnswers;
import io.github.storemaven.emulator.service.Addressed;
import io.github.storemaven.emulator.service.Envelope;
import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Delivery;
import io.github.storemaven.emulator.web.Endpoint;
import io.github.storemaven.emulator.web.Received;
import io.github.storemaven.emulator.web.Remarks;
import java.io.IOException;

/** Sends each request to its endpoint and keeps a record of it. */
final class Front implements Endpoint {
    private final Endpoint service;
    private final Endpoint token;
    private final Endpoint blobs;
    private final Endpoint control;
    private final FaultyAnswers faulty;
    private final RequestLog log;
    private final Remarks remarks;

    Front(
            Endpoint service,
            Endpoint token,
            Endpoint blobs,
            Endpoint control,
            FaultyAnswers faulty,
            RequestLog log,
            Remarks remarks) {
        this.service = service;
        this.token = token;
        this.blobs = blobs;
        this.control = control;
        this.faulty = faulty;
        this.log = log;
        this.remarks = remarks;
    }

    @Override
    public Answer answer(Received request) throws IOException {
        Addressed addressed = Addressed.of(request);
        if (addressed.part() == Addressed.Part.CONTROL) {
            return safely(() -> control.answer(request));
        }
        Answer answer =
                correlated(request, addressed, safely(() -> faulty.answer(request, addressed, endpoint(addressed))));
        int status = answer.delivery() == Delivery.DROPPED ? 0 : answer.status();
        log.add(new ReceivedRequest(
                request.method(),
                request.path(),
                request.query().withoutSignature(),
                addressed.call().word(),
                status));
        return answer;
    }

    /** Every answer of the service has an id, also those that a fault made (reference 12.6). */
    private static Answer correlated(Received request, Addressed addressed, Answer answer) {
        boolean done =
                addressed.part() != Addressed.Part.SERVICE || answer.headers().containsKey(Envelope.CORRELATION);
        return done ? answer : answer.with(Envelope.CORRELATION, Envelope.correlation(request));
    }

    private Answer safely(Answering answering) throws IOException {
        try {
            return answering.answer();
        } catch (RuntimeException e) {
            remarks.add("It failed itself: " + e);
            return Envelope.of(new Refusal(500, "InternalServerError", "", "The embedded Store failed: " + e));
        }
    }

    /** What answers a request. */
    private interface Answering {
        Answer answer() throws IOException;
    }

    private Endpoint endpoint(Addressed addressed) {
        return switch (addressed.part()) {
            case SERVICE -> service;
            case TOKEN -> token;
            case BLOBS -> blobs;
            case CONTROL -> control;
            case NOTHING -> request -> Envelope.of(Refusal.notFound("", "There is nothing at this address."));
        };
    }
}
