package jp.nenkin.notice.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jp.nenkin.notice.document.BalanceNotice;
import jp.nenkin.notice.document.BalanceNoticePdf;
import jp.nenkin.notice.document.FundDetails;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints notices in this fund's name, each time anew: what they are made of is kept, the document is not. */
@ApplicationScoped
class NoticePrinter {
    private final BalanceNoticePdf pdf;

    NoticePrinter(
            @ConfigProperty(name = "nenkin.fund.name") String name,
            @ConfigProperty(name = "nenkin.fund.contact-desk") String contactDesk,
            @ConfigProperty(name = "nenkin.fund.contact-hours") String contactHours) {
        this.pdf = new BalanceNoticePdf(new FundDetails(name, contactDesk, contactHours));
    }

    byte[] print(BalanceNotice notice) {
        return pdf.render(notice);
    }
}
