<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign wrong = messagesPerField.existsError("password", "password-confirm")>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section = "header">
    ${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <#if wrong>
    <p id="wrong" class="message error" role="alert">
      ${kcSanitize(messagesPerField.getFirstError("password", "password-confirm"))?no_esc}
    </p>
    </#if>
    <p id="rule">${msg((realm.name = "fund")?then("passwordRuleOfficer", "passwordRule"))}</p>
    <form action="${url.loginAction}" method="post">
      <#-- For the browser's store of passwords, which must know whose this is. -->
      <input type="hidden" name="username" value="${username!""}" autocomplete="username">
      <div class="group">
        <@fields.label "password-new"/>
        <@fields.password id="password-new" autocomplete="new-password" wrong=wrong
                          describedBy=wrong?then("wrong rule", "rule") autofocus=true/>
      </div>
      <div class="group">
        <@fields.label "password-confirm"/>
        <@fields.password id="password-confirm" autocomplete="new-password" wrong=wrong describedBy="wrong"/>
      </div>
      <p class="hint">${msg("passwordNote")}</p>
      <@fields.endOthers/>
      <@fields.submits msg("doSubmit")/>
    </form>
    <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  </#if>
</@layout.registrationLayout>
