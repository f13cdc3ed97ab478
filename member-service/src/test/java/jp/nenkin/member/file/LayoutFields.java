package jp.nenkin.member.file;

import java.util.List;

/** The fields of the pension service's forms in their order, listed once more: not by the layout under test. */
public final class LayoutFields {
    private static final String OFFICE = "form prefecture municipality symbol ";
    private static final String JOINING = OFFICE + """
            number insuredNumber nameKana name birthEra birthDate kind acquisitionKind myNumber noResidenceReason
            noResidenceRemark basicPension4 basicPension6 acquiredEra acquiredOn dependants money goods total
            overSeventy twoSites shortTime reemployed remark postcode3 postcode4 addressKana address certificateReason
            """;
    private static final String LEAVING = OFFICE + """
            number insuredNumber nameKana name birthEra birthDate myNumber basicPension4 basicPension6 lostEra lostOn
            cause leftEra leftOn twoSites reemployed otherMark cardsReturned cardsNotReturned overSeventy overSeventyEra
            overSeventyOn remark
            """;
    private static final String RECKONING = OFFICE + """
            insuredNumber nameKana name birthEra birthDate appliesEra appliesYear appliesMonth formerHealthGrade
            formerPensionGrade formerEra formerYear formerMonth raiseMonth raiseKind backPayMonth backPay month1 month2
            month3 days1 days2 days3 money1 money2 money3 goods1 goods2 goods3 total1 total2 total3 sum average
            adjustedAverage myNumber basicPension4 basicPension6
            """;
    public static final List<String> CALCULATION = of(RECKONING + """
            overSeventy overSeventyMonths twoSites changeExpected joinedMidway onLeave shortTime mark7 mark8 remark
            overSeventyOnly
            """);
    public static final List<String> CHANGE = of(RECKONING + """
            overSeventy twoSites shortTime raiseReason healthOnly remark overSeventyOnly
            """);
    private static final String FUND = " fund fundEstablishment memberNumber ";
    private static final String OWN = " own1 own2 own3 own4 own5 own6 own7 own8 own9 own10";
    public static final List<String> FUND_ACQUISITION = of(JOINING + FUND + """
            joiningReason joinedEra joinedOn additionMark additionForm addition standardPay secondAddition
            secondStandardPay
            """ + OWN);
    public static final List<String> FUND_LOSS = of(LEAVING + FUND + """
            leaverPostcode3 leaverPostcode4 leaverAddressKana leaverAddress fundLossReason additionMark additionReason
            addition standardPay secondAddition secondStandardPay
            """ + OWN);
    public static final List<String> ACQUISITION = of(JOINING + "overSeventyOnly");
    public static final List<String> LOSS = of(LEAVING);

    private LayoutFields() {}

    static List<String> of(String fields) {
        return List.of(fields.strip().split("\\s+", -1));
    }
}
