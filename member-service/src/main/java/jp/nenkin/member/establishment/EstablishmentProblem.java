package jp.nenkin.member.establishment;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why an establishment is not registered, or not known to who names it. */
public enum EstablishmentProblem implements ProblemCode {
    ESTABLISHMENT_EXISTS(
            409,
            new Text("登録済みの事業所です", "Establishment exists"),
            new Text("事業所 {establishmentNumber} は登録済みです。", "The establishment {establishmentNumber} is registered.")),
    ESTABLISHMENT_UNKNOWN(
            422,
            new Text("事業所がありません", "No such establishment"),
            new Text("事業所 {establishmentNumber} は登録されていません。", "There is no establishment {establishmentNumber}.")),
    OFFICE_MISSING(
            422,
            new Text("事業所整理記号がありません", "No symbol"),
            new Text(
                    "事業所整理記号(office)を指定してください。登録した記号は、別の記号に変えられますが、なくすことはできません。",
                    "Say the symbol (office). One that is registered may become another, but not none.")),
    TERMS_UNCHANGED(
            422,
            new Text("変わりません", "Nothing changes"),
            new Text("実施する制度もコースも変わりません。", "Neither the plans nor the course would change.")),
    TERMS_BEFORE_OTHERS(
            422,
            new Text("後の定めがあります", "Set from a later day already"),
            new Text(
                    "{latest} からの定めがあります。{from} からの定めを前に入れることはできません。",
                    "There are terms from {latest} on; none from {from} on are put before them.")),
    TERMS_DAY_NOT_ALLOWED(
            422,
            new Text("変更できる日ではありません", "Not a day for it"),
            new Text(
                    "コースは 4 月 1 日か 10 月 1 日に変わります({from})。",
                    "A course changes on 1 April or 1 October, not on {from}.")),
    PLANS_STAY(
            422,
            new Text("実施する制度は変えられません", "Plans stay"),
            new Text(
                    "加入者がいた事業所の実施する制度は変えられません。口座は資格取得で開き、資格喪失で終わるためです。",
                    "Once there was a member, the plans stay: an enrolment opens an account, and a loss ends it.")),
    UNITS_FILED_PER_MEMBER(
            422,
            new Text("口数は加入者ごとに届け出てください", "Units are filed for each member"),
            new Text(
                    "加入者がいた事業所の口数は一度に変えられません。コースを VARIABLE に変え、加入者ごとに基準給与変更届を出してください。",
                    "Once there was a member, units are not changed for all at once. Make the course VARIABLE, and file"
                            + " a change of base salary for each member.")),
    COURSE_MISSING(
            422,
            new Text("コースがありません", "No course"),
            new Text(
                    "第2年金を実施する事業所には secondPlanCourse が必要です。",
                    "An establishment that offers the second plan needs secondPlanCourse.")),
    COURSE_WITHOUT_SECOND_PLAN(
            422,
            new Text("コースは指定できません", "Course without second plan"),
            new Text(
                    "第2年金を実施しない事業所に secondPlanCourse は指定できません。",
                    "An establishment without the second plan has no secondPlanCourse.")),
    COURSE_UNITS_MISSING(
            422,
            new Text("口数がありません", "No units"),
            new Text("FIXED のコースには口数(units)が必要です。", "The course FIXED needs units.")),
    COURSE_UNITS_NOT_ALLOWED(
            422,
            new Text("口数は指定できません", "Units not allowed"),
            new Text("VARIABLE のコースの口数は加入者ごとに届け出ます。", "The units of the course VARIABLE are filed for each member.")),
    UNITS_OUT_OF_RANGE(
            422,
            new Text("口数が範囲外です", "Units out of range"),
            new Text("口数 {units} は {least}~{most} の範囲にありません。", "{units} is not between {least} and {most}."));

    private final Said said;

    EstablishmentProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
